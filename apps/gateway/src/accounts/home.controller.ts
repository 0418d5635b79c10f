import { Controller, Get, Redirect } from '@nestjs/common';
import { Access } from '../http/access.js';
import { startOf } from '../http/places.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';

@Controller()
export class HomeController {
  @Get()
  @Access('signed-in')
  @Redirect()
  home(@CurrentUser() { user }: SignedIn): { readonly url: string; readonly statusCode: number } {
    return { url: startOf(user), statusCode: 303 };
  }
}
