import type { RackView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const rack: Kind<'rack', RackView> = { noun: 'rack', idea: 'rack', ...state, ...inspect, ...place, ...draw };
