import type { CacheView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const cache: Kind<'cache', CacheView> = { noun: 'cache', idea: 'cache', ...state, ...inspect, ...place, ...draw };
