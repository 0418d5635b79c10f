import { Module } from '@nestjs/common';
import { PageSigningController } from './page-signing.controller.js';
import { SigningPages } from './signing-pages.js';

@Module({ controllers: [PageSigningController], providers: [SigningPages] })
export class AgreementPagesModule {}
