"""What `laiwang forecast` prints: tables, and what they mean in plain words, in English and Chinese."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import orjson

from laiwang.edge.text_tables import people, percent, table
from laiwang.growth.forecast import (
    GOALS,
    PRESS_DAYS,
    AskedWrongly,
    ExtraMissing,
    ForecastAnswer,
    ForecastAsked,
    Goal,
    ObservedCohort,
    OwnData,
    OwnDataAsked,
    Scenario,
    answer,
    example,
    has_extra,
    own_data,
    registered_on_day,
)

__all__ = ["CannotTell", "told"]

Say = Callable[[str, str], str]
Bar = Callable[[str], Callable[[int, int], None]]
DRAWS = 400
SHOWN_MONTHS = (0, 1, 2, 3, 6, 9, 12, 18, 24, 30, 36, 48, 60, 84, 119)
#: what takes no longer than this shows no bar
BAR_AFTER_S = 1.0
NAMES = {"laiwang": ("Laiwang", "来往"), "momo": ("Momo", "陌陌"), "wechat": ("WeChat", "微信")}
LEVERS = {
    "word_of_mouth": ("newcomers per active person and month", "每位活跃用户每月带来的新用户"),
    "survival_12": ("share still active after 12 months", "12 个月后仍活跃的比例"),
    "bought": ("newcomers bought a month", "每月买来的新用户"),
    "first_month": ("one point more stay after the first month", "首月留存提高 1 个百分点"),
    "waves": ("the wave a tenth larger", "邀请规模增加一成"),
}
STEPS = {
    **LEVERS,
    "word_of_mouth": ("a tenth more word of mouth", "口碑带新增加一成"),
    "bought": ("a tenth more bought", "买量增加一成"),
}


class CannotTell(Exception):
    """Why there is no forecast, in words."""


def told(asked: argparse.Namespace, cohorts: Any, language: str, bar: Bar) -> str:
    """All that is printed. Raises CannotTell."""

    def say(english: str, chinese: str) -> str:
        return chinese if language == "zh" else english

    try:
        if cohorts is not None:
            return _own(asked, msgspec.convert(cohorts, list[ObservedCohort]), say, bar)
        return _example(asked, say, bar)
    except ExtraMissing as error:
        raise CannotTell(
            say(str(error), "区间与拟合需要 NumPy 和 SciPy：请执行 pip install 'laiwang[forecast]'，或使用 --draws 0")
        ) from error
    except AskedWrongly as error:
        raise CannotTell(str(error)) from error
    except msgspec.ValidationError as error:
        raise CannotTell(say(f"this cannot be asked: {error}", f"参数无效：{error}")) from error


def _late(bar: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """A bar that appears only when it takes longer than a second."""
    begin = time.monotonic()
    shown = False

    def show(done: int, total: int) -> None:
        nonlocal shown
        shown = shown or time.monotonic() - begin > BAR_AFTER_S
        if shown:
            bar(done, total)

    return show


def _goals(asked: argparse.Namespace, usual: Sequence[Goal], say: Say) -> list[Goal]:
    if not asked.goal:
        return [goal for goal in usual if goal.by_month < asked.months]
    goals = []
    for text in asked.goal:
        measure, _, rest = text.rpartition(":")
        size, _, month = rest.partition("@")
        try:
            plain = {"people": float(size), "by_month": int(month), "measure": measure or "registered"}
            goals.append(msgspec.convert(plain, Goal))
        except (ValueError, msgspec.ValidationError) as error:
            raise CannotTell(
                say(f"a goal is like 120000000@24 or active:60000000@36, not {text}", f"目标格式有误：{text}")
            ) from error
    return goals


def _question(asked: argparse.Namespace, goals: Sequence[Goal], **more: Any) -> ForecastAsked:
    draws = asked.draws if asked.draws is not None else DRAWS if has_extra() else 0
    plain = {"months": asked.months, "draws": draws, "seed": asked.seed, "goals": goals, **more}
    return msgspec.convert(msgspec.to_builtins(plain), ForecastAsked)


# --- the example ------------------------------------------------------------------------------------------------------


def _example(asked: argparse.Namespace, say: Say, bar: Bar) -> str:
    goals = _goals(asked, GOALS, say)
    progress = _late(bar(say("reckoning", "正在计算")))
    answers: dict[str, ForecastAnswer] = {}
    for curve in NAMES:
        scenario = example(f"2013-{curve}")
        assert scenario is not None
        answers[curve] = answer(_question(asked, goals, scenario=scenario), progress)
    if asked.json:
        return orjson.dumps({"scenarios": msgspec.to_builtins(answers)}, option=orjson.OPT_INDENT_2).decode()
    own = answers["laiwang"]
    parts = [
        say(
            "2013: 30,000 employees are told to invite 100 people each. How many will there be, and how many will stay?",
            "2013：三万名员工，每人邀请一百人。会有多少人注册，又有多少人留下？",
        ),
        _assumed(own.scenario, say),
        _compared(answers, say),
        _course(own, say("By month, with Laiwang's own retention", "按月（来往自己的留存）"), say),
        _met(own, say),
        _needed(own, say),
        _worth(own, say),
        _meaning(own, say) if not asked.goal else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _meaning(own: ForecastAnswer, say: Say) -> str:
    first, last = (people(registered_on_day(own.scenario, day), say) for day in PRESS_DAYS)
    in_the_end = percent(own.active.central[-1] / own.registered.central[-1])
    most = people(max(own.active.central), say)
    return say(
        f"What this means. The press counted ten million registered people between day {PRESS_DAYS[0]} and day {PRESS_DAYS[1]};\n"
        f"here it is {first} to {last}, of whom the order alone brings three million at most and advertising the rest.\n"
        "Registered people can be bought, active people have to stay. With the retention of 2013 "
        f"{in_the_end} of the registered\nare active in the end: no more than {most} at once, "
        "far from 30 % of the rival's active people (60 M), "
        "however many\nregister. What keeps people after their first month is worth most.",
        f"结论：媒体在第 {PRESS_DAYS[0]} 至 {PRESS_DAYS[1]} 天报道注册一千万；模型为 {first} 至 {last}，"
        "其中“百人邀请令”至多带来三百万，其余靠广告。\n"
        f"注册用户可以买，活跃用户只能留。按 2013 年的留存，期末注册用户中只有 {in_the_end} 活跃，活跃峰值 {most}，\n"
        "无论注册多少，都远不及对手活跃用户的三成（6000 万）。最值得做的，是让人过了第一个月还留下。",
    )


def _compared(answers: dict[str, ForecastAnswer], say: Say) -> str:
    rows: list[tuple[str, Callable[[ForecastAnswer], str]]] = [
        (say("share still active after 12 months", "12 个月后仍活跃"), lambda one: percent(one.summary.survival_12)),
        (say("months active of the first 36", "36 个月中活跃的月数"), lambda one: f"{one.summary.active_months:.1f}"),
        (
            say("newcomers whom one newcomer brings", "每位新用户带来的新用户"),
            lambda one: f"{one.summary.reproduction:.1f}",
        ),
        (say("registered in the end", "期末注册"), lambda one: people(one.registered.central[-1], say)),
        (say("active in the end", "期末活跃"), lambda one: people(one.active.central[-1], say)),
        (
            say("  of those registered", "　占注册"),
            lambda one: percent(one.active.central[-1] / max(1.0, one.registered.central[-1])),
        ),
        (say("most active at once", "活跃峰值"), lambda one: people(max(one.active.central), say)),
    ]
    head = [say("same order, three retentions", "同样的邀请，三种留存"), *(say(*NAMES[name]) for name in answers)]
    return table(head, [[label, *(value(one) for one in answers.values())] for label, value in rows])


# --- one's own figures ------------------------------------------------------------------------------------------------


def _own(asked: argparse.Namespace, cohorts: list[ObservedCohort], say: Say, bar: Bar) -> str:
    if asked.addressable is None:
        raise CannotTell(
            say(
                "say with --addressable how many people could come at all: a server cannot know it",
                "请用 --addressable 给出潜在用户总数：服务器无从得知",
            )
        )
    question = msgspec.convert({"addressable": asked.addressable, "seed": asked.seed}, OwnDataAsked)
    found = own_data(cohorts, question, _late(bar(say("fitting", "正在拟合"))))
    forecast: ForecastAnswer | None = None
    if found.calibrated is not None:
        more = {"scenario": found.calibrated.scenario, "samples": found.calibrated.samples}
        forecast = answer(_question(asked, _goals(asked, [], say), **more))
    if asked.json:
        plain = {"own_data": msgspec.to_builtins(found), "forecast": msgspec.to_builtins(forecast)}
        return orjson.dumps(plain, option=orjson.OPT_INDENT_2).decode()
    parts = [_observed(found, say)]
    if forecast is None:
        parts.append(_lacking(found, say))
    else:
        parts += [
            _fitted(found, say),
            _assumed(forecast.scenario, say),
            _course(forecast, say("By month from now on", "从现在起按月"), say),
            _met(forecast, say),
            _needed(forecast, say),
            _worth(forecast, say),
        ]
    return "\n\n".join(part for part in parts if part)


def _observed(found: OwnData, say: Say) -> str:
    head = [
        say("registered, months ago", "注册时间（几个月前）"),
        say("people", "人数"),
        say("active now", "现在活跃"),
        say("share", "比例"),
    ]
    rows = [
        [str(one.age), f"{one.people:,}", f"{one.active:,}", percent(one.active / one.people) if one.people else "–"]
        for one in found.cohorts
    ]
    total = say(
        f"{found.people:,} people are registered, {found.active:,} of them wrote in the last thirty days.",
        f"共注册 {found.people:,} 人，其中 {found.active:,} 人在最近三十天发过言。",
    )
    return "\n".join([total, table(head, rows)] if rows else [total])


def _lacking(found: OwnData, say: Say) -> str:
    words = {
        "months": ("whole months of thirty days since the first registration", "首次注册以来的完整月数（每月三十天）"),
        "large_months": ("months with ten registrations or more", "注册满十人的月数"),
        "people": ("registered people", "注册人数"),
        "active": ("people who wrote in the last thirty days", "最近三十天发过言的人数"),
    }
    lines = [say("There is not enough data for a forecast yet. It needs:", "数据还不足以预测，还需要：")]
    for one in found.lacking:
        lines.append(
            say(
                f"  {one.needed} {words[one.what][0]} (there are {one.there})",
                f"  {words[one.what][1]}至少 {one.needed}（现有 {one.there}）",
            )
        )
    return "\n".join(lines)


def _fitted(found: OwnData, say: Say) -> str:
    tested = found.backtest
    if tested is None:
        return say("There is too little past to test the fit on it.", "历史太短，无法回测。")
    return say(
        f"Tested on the past: {tested.forecasts} forecasts up to three months ahead were {percent(tested.error)} off in the\n"
        f"mean, and {percent(tested.coverage)} of what came lay within the fan (80 % is right).",
        f"回测：{tested.forecasts} 次提前三个月以内的预测，平均误差 {percent(tested.error)}，"
        f"实际值有 {percent(tested.coverage)} 落在区间内（理想为 80 %）。",
    )


# --- parts of both ----------------------------------------------------------------------------------------------------


def _assumed(scenario: Scenario, say: Say) -> str:
    lines = [
        say(
            f"Assumed: {people(scenario.addressable, say)} could come at all; each active person brings "
            f"{scenario.word_of_mouth:.2f} newcomers a month",
            f"假设：潜在用户 {people(scenario.addressable, say)}；每位活跃用户每月带来 {scenario.word_of_mouth:.2f} 位新用户",
        )
    ]
    if scenario.bought:
        first, last = people(scenario.bought[0], say), people(scenario.bought[-1], say)
        lines.append(
            say(f"  advertising and other ways bring {last} a month", f"  广告等渠道每月带来 {last}")
            + (say(f" ({first} in the first)", f"（首月 {first}）") if first != last else "")
        )
    lines += [
        say(
            f"  {one.inviters:,} people invite {one.quota} each, {percent(one.response)} come, "
            f"half of them within {one.median_days:.0f} days",
            f"  {one.inviters:,} 人每人邀请 {one.quota} 人，{percent(one.response)} 会来，其中一半在 {one.median_days:.0f} 天内",
        )
        for one in scenario.waves
    ]
    return "\n".join(lines)


def _course(found: ForecastAnswer, title: str, say: Say) -> str:
    head = [
        say("month", "月"),
        say("registered", "注册"),
        say("active", "活跃"),
        say("active friends of 150", "150 位好友中活跃"),
    ]
    if found.registered.fan is not None:
        head[1:3] = [head[1], "10–90 %", head[2], "10–90 %"]
    rows = []
    for month in (one for one in SHOWN_MONTHS if one < found.months):
        row = [str(month)]
        for curve in (found.registered, found.active):
            row.append(people(curve.central[month], say))
            if curve.fan is not None:
                row.append(f"{people(curve.fan.low[month], say)} – {people(curve.fan.high[month], say)}")
        rows.append([*row, f"{found.density[month]:.2f}"])
    without = ""
    if found.registered.fan is None:
        without = "\n" + say(
            "(no fan was asked for, or laiwang[forecast] is not installed)",
            "（未要求区间，或未安装 laiwang[forecast]）",
        )
    return f"{title}\n{table(head, rows)}{without}"


def _goal(goal: Goal, say: Say) -> str:
    what = say(*{"registered": ("registered", "注册"), "active": ("active", "活跃")}[goal.measure])
    return say(
        f"{people(goal.people, say)} {what} by month {goal.by_month}",
        f"第 {goal.by_month} 个月前{what} {people(goal.people, say)}",
    )


def _met(found: ForecastAnswer, say: Say) -> str:
    if not found.goals:
        return ""
    head = [say("goal", "目标"), say("reached in month", "达到月份"), say("chance", "概率")]
    rows = [
        [
            _goal(one.goal, say),
            say("never in sight", "视野内不会") if one.month is None else str(one.month),
            "–" if one.chance is None else percent(one.chance),
        ]
        for one in found.goals
    ]
    return table(head, rows)


def _needed(found: ForecastAnswer, say: Say) -> str:
    if not found.needs:
        return ""
    head = [
        say("what must be true (all else as assumed)", "必须成立的条件（其余不变）"),
        say("assumed", "假设"),
        say("needed", "需要"),
    ]
    rows, goal = [], None
    for one in found.needs:
        if one.goal != goal:
            goal = one.goal
            rows.append([_goal(goal, say), "", ""])
        needed = say("not to be had", "无法达到") if one.needed is None else _value(one.lever, one.needed, say)
        rows.append(["  " + say(*LEVERS[one.lever]), _value(one.lever, one.assumed, say), needed])
    return table(head, rows)


def _value(lever: str, value: float, say: Say) -> str:
    if lever == "bought":
        return people(value, say)
    return f"{value:.1%}" if lever == "survival_12" else f"{value:.3f}"


def _worth(found: ForecastAnswer, say: Say) -> str:
    head = [
        say("a small step", "一小步"),
        say("active in the mean month", "平均每月多活跃"),
        say("worth as many bought", "相当于买来"),
    ]
    rows = [
        [
            say(*STEPS[one.lever]),
            people(one.active_mean, say),
            "–" if one.worth_bought is None else people(one.worth_bought, say),
        ]
        for one in found.levers
    ]
    return table(head, rows)
