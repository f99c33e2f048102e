/** Island props as JSON inside HTML. @module */

/** Deeper than any sane props; a cycle reaches it at once. */
const MAX_DEPTH = 64;

/** Says why a value cannot travel to the browser as JSON, or null when it can. */
export function whyNotJson(value: unknown, path: string, depth = 0): string | null {
  if (depth > MAX_DEPTH) return `${path} is nested too deep, or holds itself`;
  switch (typeof value) {
    case "string":
    case "boolean":
      return null;
    case "undefined":
      // JSON leaves an undefined member out, which reads as undefined again; in a list it turns into null.
      return path.endsWith("]") ? `${path} is undefined inside a list` : null;
    case "number":
      return Number.isFinite(value) ? null : `${path} is ${value}`;
    case "function":
      return `${path} is a function`;
    case "object":
      return value === null ? null : whyObjectNotJson(value, path, depth);
    default:
      return `${path} is a ${typeof value}`;
  }
}

/** Unchangeable objects that were looked through: words of islands come with each page. */
const looked = new WeakSet<object>();

function whyObjectNotJson(value: object, path: string, depth: number): string | null {
  if (looked.has(value)) return null;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const reason = whyNotJson(item, `${path}[${index}]`, depth + 1);
      if (reason !== null) return reason;
    }
    return null;
  }
  if (value instanceof Date) return `${path} is a Date: send toISOString()`;
  if ("peek" in value && "subscribe" in value) return `${path} is a signal: send its value`;
  if ("constructor" in value && value.constructor === undefined && "__k" in value) {
    return `${path} is a JSX element`;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return `${path} is an instance of ${prototype.constructor?.name ?? "a class"}`;
  }
  for (const [key, member] of Object.entries(value)) {
    const reason = whyNotJson(member, `${path}.${key}`, depth + 1);
    if (reason !== null) return reason;
  }
  if (isUnchangeable(value)) looked.add(value);
  return null;
}

/** Frozen, with nothing in it that could change. */
function isUnchangeable(value: object): boolean {
  return Object.isFrozen(value) &&
    Object.values(value).every((member) => typeof member !== "object");
}

/** Throws a `TypeError` that names the island and the prop when props are more than JSON. */
export function checkProps(island: string, props: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(props)) {
    if (name === "children" && value !== undefined) {
      throw new TypeError(`island ${island}: children cannot be sent to the browser`);
    }
    const reason = whyNotJson(value, `props.${name}`);
    if (reason !== null) {
      throw new TypeError(`island ${island}: ${reason}, and island props must be plain JSON`);
    }
  }
}

/**
 * JSON that can stand in a `<script>`: no `</script>`, no `<!--`, no line separators. Everything beyond ASCII
 * is escaped: one such character makes the whole page slower to write, and may double its memory.
 */
export function jsonForScript(value: unknown): string {
  const json = JSON.stringify(value);
  return /[<\u0080-\uffff]/.test(json) ? json.replace(/[<\u0080-\uffff]/g, escapedUnit) : json;
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
