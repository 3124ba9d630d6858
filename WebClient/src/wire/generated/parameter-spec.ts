// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Dependence } from './dependence';

/** One parameter of an action. */
export interface ParameterSpec {
  readonly name: string;
  /**
   * duration: seconds; address: where users may be sent; text: at most Max characters; component: any, users or a power feed;
   * schedule: at most Max times and numbers of servers ("0s 4, 2m 8"); server, rack, source …: an id of one.
   */
  readonly kind: 'address' | 'certificate' | 'choice' | 'class' | 'component' | 'duration' | 'feature' | 'flag' | 'number' |
      'rack' | 'schedule' | 'server' | 'size' | 'source' | 'text' | 'version';
  readonly min: number;
  readonly max: number;
  readonly initial: string;
  readonly choices: readonly string[];
  /**
   * Its value while its field is left empty (its text is unset_{action}_{name} or unset_{name} of the client); null: it must be
   * filled in.
   */
  readonly unset: string | null;
  /** It matters only with some values of another parameter; null: always. */
  readonly only: Dependence | null;
}

export const ParameterSpec: Shape<ParameterSpec> = {
  name: 'text',
  kind: { oneOf: ['address', 'certificate', 'choice', 'class', 'component', 'duration', 'feature', 'flag', 'number', 'rack',
      'schedule', 'server', 'size', 'source', 'text', 'version'] },
  min: 'number',
  max: 'number',
  initial: 'text',
  choices: ['text'],
  unset: { orNull: 'text' },
  only: { orNull: Dependence },
};
