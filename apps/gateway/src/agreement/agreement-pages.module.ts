import { Module } from '@nestjs/common';
import { PageAnswerController } from './page-answer.controller.js';
import { PageSigningController } from './page-signing.controller.js';
import { SigningPages } from './signing-pages.js';

@Module({ controllers: [PageSigningController, PageAnswerController], providers: [SigningPages] })
export class AgreementPagesModule {}
