import { NullLogger } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { expect, test } from 'vitest';
import types from '../../../tests/Server.Tests/Golden/types.json';
import * as generated from './generated';
import { differences } from './shape';

/** The bytes every message has, written by the server's tests; beside them its readable twin, and its type in types.json. */
const bytes = import.meta.glob<string>(
  '../../../tests/Server.Tests/Golden/*.msgpack',
  { eager: true, query: '?url&inline', import: 'default' },
);
const readable = import.meta.glob<unknown>(
  ['../../../tests/Server.Tests/Golden/*.json', '!**/types.json'],
  { eager: true, import: 'default' },
);

const shapes: Readonly<Record<string, unknown>> = generated;
const typeOf: Readonly<Record<string, string>> = types;

const nameOf = (path: string): string => path.replace(/^.*\/(.*)\.\w+$/, '$1');
const golden = Object.entries(bytes).map(([path, url]) => [nameOf(path), url] as const);

test('every golden message has a type and every type a golden message', () => {
  expect(golden.map(([name]) => name).toSorted()).toEqual(Object.keys(typeOf).toSorted());
});

test.each(golden)('%s has every field its type names, and no other', (name, url) => {
  expect(differences(decoded(url), shapeOf(name), name)).toEqual([]);
});

test.each(golden)('%s is decoded to what its readable twin says', (name, url) => {
  const twin = Object.entries(readable).find(([path]) => nameOf(path) === name)?.[1];
  expect(decoded(url)).toEqual(twin);
});

/** As the server's build wrote it: of Frame, or of ScenarioCard[]. */
function shapeOf(golden: string): unknown {
  const [, record = '', list] = /^(\w+)(\[\])?$/.exec(typeOf[golden] ?? '') ?? [];
  const shape = shapes[record];
  if (shape === undefined) throw new Error(`${golden}: no shape of ${typeOf[golden] ?? 'an unnamed type'}`);
  return list ? [shape] : shape;
}

/** Puts the bytes into the envelope of a call, as the hub does, and lets the client's own protocol read it. */
function decoded(url: string): unknown {
  const payload = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
  // A list of six: a call, no headers, no id, its name "F", one argument, no streams.
  const message = [0x96, 0x01, 0x80, 0xc0, 0xa1, 0x46, 0x91, ...payload, 0x90];
  const length: number[] = [];
  for (let rest = message.length; length.length === 0 || rest > 0; rest >>= 7)
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  const { buffer } = Uint8Array.from([...length, ...message]);
  const call = new MessagePackHubProtocol().parseMessages(buffer, NullLogger.instance)[0];
  if (!call || !('arguments' in call)) throw new Error('not a call');
  return call.arguments[0];
}
