import Calendar from 'date-holidays';
import { duration } from '../values/duration.ts';

export const right = [Calendar, duration];
