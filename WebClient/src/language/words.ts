import { m } from '../paraglide/messages';

type Message = () => string;

/** Codes of the wire have a message each; an unknown code is shown as it is. */
const messages: Readonly<Record<string, unknown>> = m;

function isMessage(value: unknown): value is Message {
  return typeof value === 'function';
}

/** The words of a code: `words('cause', 'queue-full')` is the message `cause_queue_full`, else the code itself. */
export function words(family: string, code: string): string {
  const message = messages[`${family}_${code.replaceAll('-', '_')}`];
  return isMessage(message) ? message() : code;
}

/** What a parameter is called; by its action, where its name means something else there: an amount of messages, not a factor. */
export function wordsOfParameter(action: string, name: string): string {
  return wordsIfAny('param', `${action}-${name}`) || words('param', name);
}

/** What it means to leave a parameter empty that can be. */
export function wordsOfUnset(action: string, name: string): string {
  return wordsIfAny('unset', `${action}-${name}`) || words('unset', name);
}

/** As words, but empty when there is no message. */
export function wordsIfAny(family: string, code: string): string {
  const message = messages[`${family}_${code.replaceAll('-', '_')}`];
  return isMessage(message) ? message() : '';
}
