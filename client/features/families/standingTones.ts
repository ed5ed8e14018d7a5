import type { StatusTone } from '#client/ui/StatusDot.tsx';
import type { CourseView } from '#shared/course/courseView.ts';

/** The sign for each state of a course. */
export const STANDING_TONES: Readonly<Record<CourseView['standing'], StatusTone>> = {
  running: 'good',
  paused: 'caution',
  dropped: 'off',
  graduated: 'good',
};
