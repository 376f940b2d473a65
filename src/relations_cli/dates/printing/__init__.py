"""How people read a date: whole ones, and the parts of one."""
