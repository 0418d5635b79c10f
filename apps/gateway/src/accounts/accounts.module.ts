import { Module } from '@nestjs/common';
import { AccountsApiController } from './accounts-api.controller.js';
import { HomeController } from './home.controller.js';
import { SetPasswordController } from './set-password.controller.js';
import { SignInPages } from './sign-in-pages.js';
import { SignInPagesController } from './sign-in-pages.controller.js';

@Module({
  controllers: [AccountsApiController, HomeController, SetPasswordController, SignInPagesController],
  providers: [SignInPages],
})
export class AccountsModule {}
