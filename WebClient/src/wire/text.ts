/** A text a player reads, in both languages. Plain text: never markup. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}
