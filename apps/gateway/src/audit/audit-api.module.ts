import { Module } from '@nestjs/common';
import { ApiAuditController } from './api-audit.controller.js';
import { ApiLinkAuditController } from './api-link-audit.controller.js';

@Module({ controllers: [ApiAuditController, ApiLinkAuditController] })
export class AuditApiModule {}
