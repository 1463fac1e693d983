import type { Language, Localized } from '#shared/domain/language';
import { both } from '../bilingual.ts';

/** A person who works for the demo shop. Passwords are made by the seeding, never here. */
export interface StaffMember {
  /** What they type to sign in; unique. */
  readonly login: string;
  readonly name: Localized;
  readonly role: 'agent' | 'lead' | 'admin';
  /** The languages they answer in, best first. */
  readonly languages: readonly Language[];
  /** What they know best; one short line for the team list. */
  readonly specialty: Localized;
}

/** The demo shop's team: five agents, a team lead, an admin. */
export const staff: readonly StaffMember[] = [
  {
    login: 'lin.xiao',
    name: both('林晓', 'Lin Xiao'),
    role: 'agent',
    languages: ['zh', 'en'],
    specialty: both('发货与物流', 'Dispatch and delivery'),
  },
  {
    login: 'zhou.yan',
    name: both('周妍', 'Zhou Yan'),
    role: 'agent',
    languages: ['zh'],
    specialty: both('退换货与售后', 'Returns and aftercare'),
  },
  {
    login: 'he.jun',
    name: both('何俊', 'He Jun'),
    role: 'agent',
    languages: ['zh', 'en'],
    specialty: both('鞋靴与户外装备', 'Footwear and outdoor gear'),
  },
  {
    login: 'emma.tan',
    name: both('陈艾玛', 'Emma Tan'),
    role: 'agent',
    languages: ['en', 'zh'],
    specialty: both('英文客人与国际配送', 'English-speaking customers, international delivery'),
  },
  {
    login: 'su.nian',
    name: both('苏念', 'Su Nian'),
    role: 'agent',
    languages: ['zh', 'en'],
    specialty: both('会员、发票与企业采购', 'Membership, invoices and bulk orders'),
  },
  {
    login: 'qiao.lan',
    name: both('乔岚', 'Qiao Lan'),
    role: 'lead',
    languages: ['zh', 'en'],
    specialty: both('组长，升级投诉', 'Team lead, escalated complaints'),
  },
  {
    login: 'gu.hang',
    name: both('顾航', 'Gu Hang'),
    role: 'admin',
    languages: ['zh', 'en'],
    specialty: both('系统管理', 'Administration'),
  },
];
