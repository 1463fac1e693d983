export { type AssignmentService, createAssignmentService } from './assignment-service.ts';
