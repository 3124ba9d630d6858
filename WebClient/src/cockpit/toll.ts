import { Toll } from '../picture/toll';

/** What is lost where in the drill on screen; the picture and its table tell it alike. */
export const toll = new Toll();
