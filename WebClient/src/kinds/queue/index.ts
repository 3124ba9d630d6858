import type { QueueView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const queue: Kind<'queue', QueueView> = { noun: 'queue', idea: 'queue', ...state, ...inspect, ...place, ...draw };
