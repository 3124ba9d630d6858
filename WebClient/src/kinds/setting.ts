export type Setting = readonly [name: string, value: string];

/** A setting only if it is set. */
export function ifSet(is: boolean, name: () => string, value: () => string): readonly Setting[] {
  return is ? [[name(), value()]] : [];
}
