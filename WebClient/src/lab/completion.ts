import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { words, wordsOfParameter } from '../language/words';
import type { LabView } from '../wire';
import { placeAt, type Place } from './place';

/** The part of a JSON schema that completion needs. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const valid = /^[\w.$-]*$/;
/** After it a word is expected. */
const begins = /[{,:]\s$|^\s*- $/;

/** Keys and values from the schema of plans; actions, their arguments and their targets from the scenario. */
export function complete(context: CompletionContext, schema: Schema, lab: LabView): CompletionResult | null {
  const place = placeAt(context.state.doc.toString(), context.pos);
  const before = context.state.sliceDoc(Math.max(0, place.from - 2), place.from);
  if (place.from === context.pos && !context.explicit && !begins.test(before)) return null;
  const options = optionsAt(place, schema, lab);
  return options.length === 0 ? null : { from: place.from, options, validFor: valid };
}

export function optionsAt(place: Place, schema: Schema, lab: LabView): Completion[] {
  const action = lab.actions.find((each) => each.id === place.step['action']);
  if (place.path.at(-1) === 'args') {
    const { id = '', parameters = [] } = action ?? {};
    if (place.key === null)
      return parameters
        .filter((parameter) => !place.siblings.includes(parameter.name))
        .map((parameter) => key(parameter.name, wordsOfParameter(id, parameter.name)));
    const parameter = parameters.find((each) => each.name === place.key);
    if (!parameter) return [];
    if (parameter.kind === 'flag') return values(['true', 'false']);
    if (parameter.kind === 'server') return values(lab.targets['server'] ?? []);
    return parameter.choices.length > 0 ? values(parameter.choices) : values(parameter.initial === '' ? [] : [parameter.initial]);
  }
  const here = descend(schema, place.path);
  if (place.key === null)
    return Object.entries(here?.properties ?? {})
      .filter(([name]) => !place.siblings.includes(name))
      .map(([name, described]) => key(name, described.description));
  if (place.path.length === 0 && place.key === 'scenario') return values([lab.scenario]);
  if (place.path.join('/') === 'steps' && place.key === 'action')
    return lab.actions.map((each) => ({ label: each.id, type: 'function', detail: words('action', each.id) }));
  if (place.path.join('/') === 'steps' && place.key === 'target')
    return values(action ? (lab.targets[action.target] ?? []) : Object.values(lab.targets).flat());
  if (place.path.join('/') === 'steps/when' && place.key === 'of') return values(Object.values(lab.targets).flat());
  const described = here?.properties?.[place.key];
  if (described?.type === 'boolean') return values(['true', 'false']);
  return values(described?.enum ?? []);
}

function descend(schema: Schema, path: readonly string[]): Schema | undefined {
  let here: Schema | undefined = schema;
  for (const name of path) {
    here = here?.properties?.[name];
    here = here?.items ?? here;
  }
  return here;
}

function key(name: string, info: string | undefined): Completion {
  return { label: name, apply: `${name}: `, type: 'property', ...(info ? { info } : {}) };
}

function values(all: readonly string[]): Completion[] {
  return [...new Set(all)].map((label) => ({ label, type: 'constant' }));
}
