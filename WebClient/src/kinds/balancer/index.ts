import type { BalancerView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const balancer: Kind<'balancer', BalancerView> = {
  noun: 'balancer', idea: 'balancer', ...state, ...inspect, ...place, ...draw,
};
