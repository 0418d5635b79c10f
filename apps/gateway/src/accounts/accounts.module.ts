import { Module } from '@nestjs/common';
import { AccountsApiController } from './accounts-api.controller.js';
import { ApiUsersController } from './api-users.controller.js';
import { ForgottenPasswordController } from './forgotten-password.controller.js';
import { HomeController } from './home.controller.js';
import { PageAccountController } from './page-account.controller.js';
import { PageUserController } from './page-user.controller.js';
import { PageUserMailsController } from './page-user-mails.controller.js';
import { PageUsersController } from './page-users.controller.js';
import { SetPasswordController } from './set-password.controller.js';
import { SignInPages } from './sign-in-pages.js';
import { SignInPagesController } from './sign-in-pages.controller.js';
import { UserPages } from './user-pages.js';

@Module({
  controllers: [
    AccountsApiController,
    ApiUsersController,
    ForgottenPasswordController,
    HomeController,
    PageAccountController,
    // Before the pages of one user: `/users/add` is no id.
    PageUsersController,
    PageUserController,
    PageUserMailsController,
    SetPasswordController,
    SignInPagesController,
  ],
  providers: [SignInPages, UserPages],
})
export class AccountsModule {}
