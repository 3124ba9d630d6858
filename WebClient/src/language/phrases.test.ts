import { expect, test } from 'vitest';
import en from '../../../Server/Texts/texts.en.json';
import ko from '../../../Server/Texts/texts.ko.json';
import golden from '../../../tests/Server.Tests/Golden/Phrases/phrases.json';
import { fill, spoken } from './phrases';

const filled = golden.map(({ code, args, ...text }) => [`${code} ${args.join()}`, { code, args }, text] as const);

test('every text is in it', () => {
  expect(new Set(golden.map(({ code }) => code))).toEqual(new Set(Object.keys(en)));
});

test.each(filled)('%s reads as the server says it', (_, phrase, text) => {
  expect({ en: fill(en, phrase, spoken.en), ko: fill(ko, phrase, spoken.ko) }).toEqual(text);
});
