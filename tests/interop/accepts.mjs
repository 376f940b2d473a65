// node accepts.mjs mermaid|markwhen < TEXT: what the program's own parser makes of it, as JSON; it fails where it refuses.
import { readFileSync } from "node:fs";

const text = readFileSync(0, "utf8");

const parsers = {
  async mermaid() {
    const { JSDOM } = await import("jsdom");
    globalThis.window = new JSDOM("").window;
    globalThis.document = window.document;
    const { default: mermaid } = await import("mermaid");
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    return { type: diagram.type, sections: diagram.db.getSections?.(), tasks: diagram.db.getTasks?.() };
  },
  async markwhen() {
    const { parse } = await import("@markwhen/parser");
    const { events, errors } = JSON.parse(JSON.stringify(parse(text)));
    return { events, errors };
  },
};

process.stdout.write(JSON.stringify(await parsers[process.argv[2]]()));
