import { Controller, Get, Redirect } from '@nestjs/common';
import { Access } from '../http/access.js';

@Controller()
export class HomeController {
  @Get()
  @Access('signed-in')
  @Redirect('/links', 303)
  home(): void {}
}
