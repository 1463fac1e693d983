import type { Localized } from '#shared/domain/language';
import { both } from '../bilingual.ts';

/** A place parcels go to, and the sorting centre they pass last. */
export interface Place {
  readonly city: Localized;
  readonly hub: Localized;
  /** Days from dispatch to the door, from and to. */
  readonly days: readonly [number, number];
}

/** Where the demo customers live; cities that buy more stand several times. */
export const mainlandPlaces: readonly Place[] = [
  { city: both('杭州', 'Hangzhou'), hub: both('杭州萧山分拨中心', 'Hangzhou Xiaoshan hub'), days: [1, 2] },
  { city: both('上海', 'Shanghai'), hub: both('上海青浦分拨中心', 'Shanghai Qingpu hub'), days: [1, 2] },
  { city: both('上海', 'Shanghai'), hub: both('上海浦东分拨中心', 'Shanghai Pudong hub'), days: [1, 2] },
  { city: both('南京', 'Nanjing'), hub: both('南京江宁分拨中心', 'Nanjing Jiangning hub'), days: [1, 2] },
  { city: both('苏州', 'Suzhou'), hub: both('苏州工业园分拨中心', 'Suzhou hub'), days: [1, 2] },
  { city: both('合肥', 'Hefei'), hub: both('合肥肥西分拨中心', 'Hefei hub'), days: [1, 2] },
  { city: both('北京', 'Beijing'), hub: both('北京顺义分拨中心', 'Beijing Shunyi hub'), days: [2, 3] },
  { city: both('北京', 'Beijing'), hub: both('北京大兴分拨中心', 'Beijing Daxing hub'), days: [2, 3] },
  { city: both('广州', 'Guangzhou'), hub: both('广州白云分拨中心', 'Guangzhou Baiyun hub'), days: [2, 3] },
  { city: both('深圳', 'Shenzhen'), hub: both('深圳宝安分拨中心', 'Shenzhen Bao’an hub'), days: [2, 3] },
  { city: both('成都', 'Chengdu'), hub: both('成都双流分拨中心', 'Chengdu Shuangliu hub'), days: [2, 4] },
  { city: both('重庆', 'Chongqing'), hub: both('重庆渝北分拨中心', 'Chongqing hub'), days: [2, 4] },
  { city: both('武汉', 'Wuhan'), hub: both('武汉东西湖分拨中心', 'Wuhan hub'), days: [2, 3] },
  { city: both('长沙', 'Changsha'), hub: both('长沙望城分拨中心', 'Changsha hub'), days: [2, 3] },
  { city: both('西安', 'Xi’an'), hub: both('西安灞桥分拨中心', 'Xi’an hub'), days: [2, 4] },
  { city: both('青岛', 'Qingdao'), hub: both('青岛胶州分拨中心', 'Qingdao hub'), days: [2, 3] },
  { city: both('郑州', 'Zhengzhou'), hub: both('郑州航空港分拨中心', 'Zhengzhou hub'), days: [2, 3] },
  { city: both('厦门', 'Xiamen'), hub: both('厦门同安分拨中心', 'Xiamen hub'), days: [2, 3] },
  { city: both('沈阳', 'Shenyang'), hub: both('沈阳浑南分拨中心', 'Shenyang hub'), days: [3, 4] },
  { city: both('哈尔滨', 'Harbin'), hub: both('哈尔滨香坊分拨中心', 'Harbin hub'), days: [3, 4] },
  { city: both('昆明', 'Kunming'), hub: both('昆明官渡分拨中心', 'Kunming hub'), days: [3, 4] },
  { city: both('乌鲁木齐', 'Urumqi'), hub: both('乌鲁木齐分拨中心', 'Urumqi hub'), days: [5, 8] },
];

/** Where customers who write English live besides. */
export const otherPlaces: readonly Place[] = [
  { city: both('香港', 'Hong Kong'), hub: both('香港转运中心', 'Hong Kong gateway'), days: [5, 7] },
  { city: both('新加坡', 'Singapore'), hub: both('新加坡转运中心', 'Singapore gateway'), days: [6, 10] },
  { city: both('东京', 'Tokyo'), hub: both('东京转运中心', 'Tokyo gateway'), days: [6, 10] },
];

/** The carriers of the demo shop; there are none of these names. */
export const carriers: readonly Localized[] = [
  both('青鸟速运', 'Bluebird Express'),
  both('远帆快递', 'Longsail Parcel'),
  both('山径物流', 'Hillpath Freight'),
];
