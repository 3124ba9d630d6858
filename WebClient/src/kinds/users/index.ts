import type { ClassView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const users: Kind<'users', readonly ClassView[]> = { noun: 'users', ...state, ...inspect, ...place, ...draw };
