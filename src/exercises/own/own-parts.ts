/** The parts of the page of a teacher's own exercise, in one file: whoever sees the one sees the other. */
export { OwnLab } from './OwnLab.tsx';
export { OwnTask } from './OwnTask.tsx';
