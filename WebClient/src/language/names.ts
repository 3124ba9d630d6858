/** A name as the server takes it: its letters composed, as some systems do not type them. */
export function asName(typed: string): string {
  return typed.trim().normalize('NFC');
}
