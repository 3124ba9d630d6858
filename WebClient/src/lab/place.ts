/** Where in a plan the cursor stands. */
export interface Place {
  /** Keys of the mappings around it, from the outside: [], ['steps'], ['steps', 'when'], ['steps', 'args'] … */
  readonly path: readonly string[];
  /** The key whose value is being written; null: a key is. */
  readonly key: string | null;
  /** Keys and values of the step around it that are already written. */
  readonly step: Readonly<Record<string, string>>;
  /** Keys of the innermost mapping that are already written. */
  readonly siblings: readonly string[];
  /** Where the word that is being written begins. */
  readonly from: number;
}

const word = /[\w.$-]*$/;
const pair = /^([\w-]+)\s*:(?:\s+(.*)|$)/;

/**
 * Plans are written as blocks of keys with steps in braces on their line; the place is found from the line and the indentation
 * above, so that it is known in a half-written line too.
 */
export function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  const line = before.slice(start);
  const from = at - (word.exec(line)?.[0].length ?? 0);
  const outer = outerKeys(text.slice(0, start), line);
  const inner = braces(line.replace(/^\s*(- +)?/, ''));
  const end = text.indexOf('\n', at);
  const rest = text.slice(start, end < 0 ? text.length : end);
  const path = [...outer, ...inner.path];
  const block = inner.depth === 0 ? blockAround(text, start) : [];
  return {
    path,
    key: inner.key,
    step: { ...record(block), ...pairsOf(rest) },
    siblings: inner.depth > 0 ? inner.keys : block.map(([key]) => key),
    from,
  };
}

/** Keys of the blocks the line stands in, by their indentation. */
function outerKeys(above: string, line: string): string[] {
  const keys: string[] = [];
  let indent = indentOf(line);
  for (const other of above.split('\n').reverse()) {
    if (other.trim() === '' || other.trim().startsWith('#')) continue;
    const own = indentOf(other);
    const content = other.replace(/^\s*(- +)?/, '');
    const key = pair.exec(content);
    // A list may stand as far left as the key it belongs to.
    const holds = own < indent || (own === indent && /^\s*- /.test(line) && !/^\s*- /.test(other));
    if (!holds) continue;
    indent = own;
    if (key?.[1] && (key[2] ?? '').trim() === '') keys.unshift(key[1]);
    if (indent === 0) break;
  }
  return keys;
}

function indentOf(line: string): number {
  return /^\s*(?:- +)?/.exec(line)?.[0].length === line.length && line.trim() === ''
    ? line.length
    : (/^\s*/.exec(line)?.[0].length ?? 0);
}

interface Braces {
  readonly path: readonly string[];
  readonly key: string | null;
  readonly keys: readonly string[];
  readonly depth: number;
}

interface Frame {
  /** The key it is the value of; null: an item of a list. */
  readonly name: string | null;
  readonly keys: string[];
}

/** The braces open at the end of a piece of a line, and the key a value is being written for. */
function braces(piece: string): Braces {
  const open: Frame[] = [{ name: null, keys: [] }];
  let key: string | null = null;
  let text = '';
  let quote = '';
  for (const letter of piece) {
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if ((letter === '"' || letter === "'") && text.trim() === '') {
      quote = letter;
    } else if (letter === '{' || letter === '[') {
      open.push({ name: key, keys: [] });
      [key, text] = [null, ''];
    } else if (letter === '}' || letter === ']') {
      if (open.length > 1) open.pop();
      [key, text] = [null, ''];
    } else if (letter === ',' && open.length > 1) {
      [key, text] = [null, ''];
    } else if (letter === ':' && key === null) {
      key = text.trim();
      open.at(-1)?.keys.push(key);
      text = '';
    } else {
      text += letter;
    }
  }
  const path = open.flatMap(({ name }) => (name === null ? [] : [name]));
  return { path, key, keys: open.at(-1)?.keys ?? [], depth: open.length - 1 };
}

/** Keys and values in the braces of a line, the innermost included. */
function pairsOf(line: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of line.matchAll(/([\w-]+)\s*:\s*([\w.$%-]+)/g)) if (match[1] && match[2]) found[match[1]] ??= match[2];
  return found;
}

/** Keys of the block the line belongs to: lines of the same indentation around it. */
function blockAround(text: string, start: number): [string, string][] {
  const lines = text.split('\n');
  const at = text.slice(0, start).split('\n').length - 1;
  const depth = (line: string): number => /^\s*(?:- +)?/.exec(line)?.[0].length ?? 0;
  const own = depth(lines[at] ?? '');
  const found: [string, string][] = [];
  const take = (line: string): void => {
    const match = pair.exec(line.replace(/^\s*(- +)?/, ''));
    if (match?.[1]) found.push([match[1], (match[2] ?? '').trim()]);
  };
  for (let up = at; up >= 0; up--) {
    const line = lines[up] ?? '';
    if (line.trim() === '') continue;
    if (depth(line) < own) break;
    if (depth(line) === own && up !== at) take(line);
    if (/^\s*- /.test(line) && depth(line) === own) break;
  }
  for (let down = at + 1; down < lines.length; down++) {
    const line = lines[down] ?? '';
    if (line.trim() === '') continue;
    if (depth(line) < own || /^\s*- /.test(line)) break;
    if (depth(line) === own) take(line);
  }
  return found;
}

function record(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(pairs);
}
