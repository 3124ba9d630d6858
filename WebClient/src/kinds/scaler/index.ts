import type { ScalerView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const scaler: Kind<'scaler', ScalerView> = { noun: 'scaler', idea: 'scaling', ...state, ...inspect, ...place, ...draw };
