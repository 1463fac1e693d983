export { Frame } from '../../renderer/app/frame.tsx';
