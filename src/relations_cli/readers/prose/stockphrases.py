"""Lines that pages print around an article, as patterns."""

from typing import Final

AGENCIES: Final = (
    r"(?:Reuters|AP|AFP|UPI|Xinhua|Yonhap|Kyodo|KCNA|TASS|ITAR-TASS|Interfax|RIA Novosti|Bloomberg|CNN|BBC|ANI|IANS"
    r"|PTI|dpa|EFE|ANSA|VOA|RFE/RL|RFA|NK News|Anadolu|Al Jazeera|UN News|IRNA|(?:The )?Associated Press|RIA|CBC"
    r"|MARKETWIRE|PR ?Newswire|Business Wire|GLOBE NEWSWIRE)"
)
"""Agencies whose name stands in a dateline or under a text."""

# What follows such a line is never an entry, whatever it begins with
OTHER_PARTS = (
    r"(?:\d{1,5} )?(?:comments?|responses?|replies|thoughts on .{0,80})(?: \(?\d{1,6}\)?)?(?: (?:on|to) .{0,80})?",
    r"(?:leave|post|write|add) (?:a|your) (?:reply|comment)(?: .{0,40})?",
    (
        r"(?:related|recommended|similar|more|latest|recent|popular|trending|other|top|featured) "
        r"(?:stories|articles?|posts?|news|content|links?|coverage|reading|reports?|items|comments|from .{0,60})"
    ),
    r"(?:most|more) (?:read|popular|viewed|shared|from .{0,60}|on this (?:story|topic)|about .{0,60})|related",
    r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|up next|see also|what to read next",
    r"sources?|references?|notes?|end ?notes|footnotes|bibliography|external links|further reading|works cited",
    r"archives?",
)

# These close an article where no more entries follow
FOOT = (
    r"cancel reply|join the (?:conversation|discussion)|(?:further|previous|next) (?:stories|articles?|posts?|reading)",
    r"read (?:more|next|also)|also read|(?:share|print|email|tweet|save|bookmark) this(?: .{0,40})?",
    r"share(?: on .{0,40}| via .{0,40})?|tags?|tags?: .{0,120}|filed under:? .{0,120}|categories: .{0,120}",
    r"posted in .{0,120}|topics: .{0,120}|about the authors?|about us|contact us|newsletters?|subscribe.{0,60}",
    r"sign up.{0,60}|follow us.{0,60}|navigation menu|post navigation|sponsored.{0,40}|from the web|trending now",
    r"promoted stories|around the web|back to top|in this section|explore more.{0,40}",
    rf"[-–—( ]{{0,4}}{AGENCIES}[) .]{{0,2}}|(?:©|\(c\)|copyright\b).{{0,200}}|.{{0,100}}all rights reserved.{{0,100}}",
    r"\(?(?:additional )?(?:reporting|research|editing|compiled|written|writing|edited) by .{0,160}",
    r"\(?(?:graphics?|photos?|produced|translated) by .{0,160}|\(?with (?:reporting|files) (?:by|from) .{0,120}",
    r".{0,80}\bcontributed (?:to )?this (?:report|story|article).{0,80}",
    r".{0,20}required fields are marked.{0,20}|your email address will not be published\..{0,60}",
    r"this (?:article|story|page|timeline|post) (?:was|has been) (?:\w{4,12} )?(?:published|updated|posted).{0,99}",
)

ANYWHERE = (
    r"advertisement|advert|ad|story continues below(?: advertisement)?|article continues (?:below|after).{0,40}",
    r"continue reading.{0,40}|skip (?:to|past|advert).{0,60}",
    r"(?:read more|also read|see also|related|watch|image): .{0,120}",
    r"read more|click (?:here|to) .{0,80}|loading\.{0,3}|share|tweet|print|e-?mail|copy link|facebook|twitter|whatsapp",
    r"linkedin|reddit|save|pocket|x|enlarge(?: this image)?|toggle caption|hide caption|view image.{0,40}|play video",
    r"video|\d{1,3} ?(?:of|/) ?\d{1,3}|page \d{1,4}(?: of \d{1,4})?|back to top|return to top|top|edit|\[edit\]|listen",
    r"transcript|sources?: .{0,160}",
    r"\((?:[A-Z][\w .&'’-]{0,40}, ?)?\d{1,2}/\d{1,2}/\d{2,4}(?:[;,] .{0,120})?\)",
)

PUBLISHED: Final = (
    r"(?:first |last )?(?:updated?|published|posted|modified|reviewed|edited|created)"
    r"(?: ?:| on\b| at\b| by\b|(?= (?:\d|(?-i:[A-Z])))).{0,80}"
)
