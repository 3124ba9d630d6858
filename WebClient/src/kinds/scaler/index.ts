import type { ScalerView } from '../../wire';
import type { Kind } from '../kind';
import { inspect } from './inspect';
import { state } from './state';

export const scaler: Kind<'scaler', ScalerView> = { noun: 'scaler', ...state, ...inspect };
