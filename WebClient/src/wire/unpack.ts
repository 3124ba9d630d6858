import { Frame } from './generated/frame';
import { codeOf, numberOf, type Packed } from './packed';
import type { Exact } from './shape';

/** A shape as it is read: what a value is made of. */
type Described = string | readonly [Described] | Exact | { readonly [field: string]: Described };

const whole: Exact = { parts: 1 };

/** What changed in a frame, put into the one before; undefined: there was none. Views that did not change stay themselves. */
export function unpack(from: Packed, before: Frame | undefined): Frame {
  return read(Frame as unknown as Described, from, before) as Frame;
}

function read(shape: Described, from: Packed, before: unknown): unknown {
  if (shape === 'text') return from.text();
  if (shape === 'flag') return before !== true;
  if (shape === 'number') return number(from, before, whole);
  if (isList(shape)) return list(shape[0], from, (before as readonly unknown[] | undefined) ?? []);
  const fields = shape as Readonly<Record<string, Described>>;
  if ('parts' in fields) return number(from, before, fields as unknown as Exact);
  if ('oneOf' in fields) return (fields['oneOf'] as unknown as readonly string[])[from.count()];
  if ('orNull' in fields) return from.count() === 0 ? null : read(fields['orNull']!, from, before ?? undefined);
  if ('each' in fields) return map(from);
  return record(fields, from, before as Readonly<Record<string, unknown>> | undefined);
}

function number(from: Packed, before: unknown, exact: Exact): number {
  return numberOf(codeOf(typeof before === 'number' ? before : 0, exact) + from.difference(), exact);
}

/** A place that was not there before is told as what differs from the one before it. */
function list(item: Described, from: Packed, before: readonly unknown[]): readonly unknown[] {
  const [resized, ...changed] = from.mask();
  const length = resized ? from.count() : before.length;
  const now: unknown[] = [];
  for (let at = 0; at < length; at++) {
    const known = at < before.length ? before[at] : at > 0 ? now[at - 1] : nothing(item);
    now.push(changed[at] ? read(item, from, known) : known);
  }
  return now;
}

function record(
  fields: Readonly<Record<string, Described>>, from: Packed, before: Readonly<Record<string, unknown>> | undefined,
): unknown {
  const names = Object.keys(fields);
  const changed = from.mask();
  const now: Record<string, unknown> = {};
  names.forEach((name, at) => {
    const known = before ? before[name] : nothing(fields[name]!);
    now[name] = changed[at] ? read(fields[name]!, from, known) : known;
  });
  return now;
}

function map(from: Packed): unknown {
  const now: Record<string, string | null> = {};
  for (let left = from.count(); left > 0; left--) {
    const name = from.text() ?? '';
    now[name] = from.text();
  }
  return now;
}

/** What a value is that was never told. */
function nothing(shape: Described): unknown {
  if (shape === 'text') return '';
  if (shape === 'flag') return false;
  if (shape === 'number') return 0;
  if (isList(shape)) return [];
  const fields = shape as Readonly<Record<string, Described>>;
  if ('parts' in fields) return 0;
  if ('oneOf' in fields) return (fields['oneOf'] as unknown as readonly string[])[0];
  if ('orNull' in fields) return null;
  return 'each' in fields ? {} : undefined;
}

function isList(shape: Described): shape is readonly [Described] {
  return Array.isArray(shape);
}
