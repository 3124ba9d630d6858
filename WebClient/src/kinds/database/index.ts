import type { DatabaseView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const database: Kind<'database', DatabaseView> = {
  noun: 'database', idea: 'tiers', ...state, ...inspect, ...place, ...draw,
};
