/**
 * A wire type written out as a value, so that a test can hold bytes against it. The server's build writes both from one record;
 * the compiler sees to it that they agree.
 */
export type Shape<Type> = { readonly [Field in keyof Type]-?: Described<Type[Field]> };

type Described<Value> = null extends Value ? { readonly orNull: Plain<NonNullable<Value>> } : Plain<Value>;

/** A number that is only so exact in a frame: to a part of one, and of many parts only the first figures. */
export interface Exact {
  readonly parts: number;
  readonly figures?: number;
}

type Plain<Value> = [Value] extends [string]
  ? string extends Value
    ? 'text'
    : { readonly oneOf: readonly Value[] }
  : Value extends number
    ? 'number' | Exact
    : Value extends boolean
      ? 'flag'
      : Value extends readonly (infer Item)[]
        ? readonly [Described<Item>]
        : string extends keyof Value
          ? { readonly each: Described<Value[string]> }
          : Shape<Value>;

/** Where a value differs from a shape: missing fields, fields the type does not name, other kinds of values, other words. */
export function differences(value: unknown, shape: unknown, at = ''): string[] {
  if (typeof shape === 'string') return kindOf(value) === shape ? [] : [`${at}: ${kindOf(value)} instead of ${shape}`];
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at}: ${kindOf(value)} instead of a list`];
    return value.flatMap((item, index) => differences(item, shape[0], `${at}[${index}]`));
  }
  const fields = record(shape);
  if ('orNull' in fields) return value === null ? [] : differences(value, fields['orNull'], at);
  if ('parts' in fields) return differences(value, 'number', at);
  if ('oneOf' in fields) {
    const words = fields['oneOf'] as readonly unknown[];
    const said = typeof value === 'string' ? value : kindOf(value);
    return words.includes(value) ? [] : [`${at}: ${said} instead of ${words.join(', ')}`];
  }
  if (kindOf(value) !== 'record') return [`${at}: ${kindOf(value)} instead of a record`];
  const held = record(value);
  if ('each' in fields) return Object.entries(held).flatMap(([name, item]) => differences(item, fields['each'], `${at}.${name}`));
  const unnamed = Object.keys(held).filter((name) => !(name in fields));
  return [
    ...unnamed.map((name) => `${at}.${name}: not named by the type`),
    ...Object.entries(fields).flatMap(([name, kind]) =>
      name in held ? differences(held[name], kind, `${at}.${name}`) : [`${at}.${name}: missing`],
    ),
  ];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const kinds: Readonly<Record<string, string>> = { string: 'text', number: 'number', boolean: 'flag', object: 'record' };
  return kinds[typeof value] ?? typeof value;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}
