export { ipcMain } from 'electron';
