import type { RolloutView } from '../../wire';
import type { Kind } from '../kind';
import { inspect } from './inspect';
import { state } from './state';

export const rollout: Kind<'rollout', RolloutView> = { noun: 'rollout', idea: 'rollout', ...state, ...inspect };
