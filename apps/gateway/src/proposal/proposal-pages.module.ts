import { Module } from '@nestjs/common';
import { PageProposalController } from './page-proposal.controller.js';
import { ProposalPages } from './proposal-pages.js';

@Module({ controllers: [PageProposalController], providers: [ProposalPages] })
export class ProposalPagesModule {}
