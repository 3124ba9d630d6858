import type { FieldView, ParameterSpec } from '../wire';

export type Values = Readonly<Record<string, string>>;

/** A form goes on from what it was told; what somebody chose or typed over stays. */
export function started(fields: readonly FieldView[], values: Values, touched: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, touched.has(name) ? (values[name] ?? initial) : initial]));
}

/** The answer is to a question that somebody has changed meanwhile. */
export function isOvertaken(asked: Values, values: Values): boolean {
  return Object.entries(values).some(([name, value]) => asked[name] !== value);
}

/** What may be chosen in a field; null: it is typed. */
export function choicesIn(fields: readonly FieldView[], name: string): readonly string[] | null {
  return fields.find((field) => field.name === name)?.choices ?? null;
}

/** What is chosen stays in its list, also when it is no longer there to be chosen: what it means then, the preview says. */
export function withChosen(choices: readonly string[], value: string): readonly string[] {
  return value === '' || choices.includes(value) ? choices : [value, ...choices];
}

/** A parameter may mean something only with some values of another one, if that one means something itself. */
export function matters({ only }: ParameterSpec, all: readonly ParameterSpec[], values: Values): boolean {
  if (only === null) return true;
  const other = all.find(({ name }) => name === only.parameter);
  return only.values.includes(values[only.parameter] ?? '') && (!other || matters(other, all, values));
}
