"""Two more stories of three outlets: an outbreak and a final, read as a sceptical fact-checker would."""

from __future__ import annotations

from compare.model import Verdict
from tests.figures.test_whole_stories import above_low, joined, report_on

OUTBREAK = (
    "Health officials in Dornach county have confirmed 58 cases of measles since 3 January, the largest outbreak in "
    "20 years. Forty-nine of the patients are children under 10. Six people are in hospital, two of them in "
    "intensive care. All but four of the patients had not been vaccinated. The outbreak began at a primary school in "
    "Lindau with 420 pupils. The vaccination rate among pupils in the county has fallen to 84 percent from 91 "
    "percent in 2019. At least 95 percent are needed to stop the spread, doctors say. The county has ordered 5,000 "
    "doses of vaccine. Three schools have been closed until 2 February. An infected person can pass the virus on to "
    "up to 18 others.",
    "The number of measles cases in Dornach has risen to 61, the county's health office said on Friday. Only four of "
    "those infected had been vaccinated. Most patients, 49, are younger than ten. Six are being treated in hospital. "
    "Just 84% of pupils are vaccinated, down from 91% five years ago. The World Health Organization recommends 95%. "
    "Three schools will stay closed until February 2. The first case was reported on January 3 at a school in "
    "Lindau. Officials will give out 5,000 doses at 12 clinics this weekend. A baby of eight months is in intensive "
    "care.",
    "Dornach is fighting its biggest measles outbreak in two decades: 58 people have fallen ill since early January. "
    "Five of them were taken to hospital, where two children, aged eight months and three years, are in intensive "
    "care. Forty-nine patients are under 10. Some 54 patients had not been vaccinated. One infected person can "
    "infect 12 to 18 others. In the county 86 percent of schoolchildren are protected. Four schools with a total of "
    "1,300 pupils are shut until 2 February. The county bought 500 doses of vaccine. Doctor Mia Brandt of the county "
    "hospital said she had not seen a case in 15 years.",
)
FINAL = (
    "Tarnow won the national cup for the fourth time on Saturday, beating Ostrava United 3-2 after extra time in "
    "front of 41,000 spectators. Striker Ben Okoro, 24, scored twice, in the 12th and 67th minutes. Ostrava had led "
    "2-1 at half-time through goals by Leon Weiss and Pavel Cerny. Substitute Milan Duda headed the winner in the "
    "108th minute. Ostrava played with ten men after defender Tom Beran was sent off in the 80th minute. Referee "
    "Karl Voss showed seven yellow cards. It was Tarnow's first trophy since 2011. The winners receive 3.5 million "
    "euros. Coach Rosa Lindt became the first woman to win the cup. Police arrested 32 fans and said 14 people were "
    "slightly hurt.",
    "Milan Duda's header three minutes into the second half of extra time gave Tarnow a 3-2 victory over Ostrava "
    "United in the cup final on Saturday. A crowd of 41,200 watched the match. Okoro opened the scoring after 12 "
    "minutes and made it 2-2 in the 67th. Weiss and Cerny had put Ostrava 2-1 up by the break. Beran's red card "
    "after 80 minutes left Ostrava a man short. Tarnow had last won the cup in 2011. It is the club's fourth cup. "
    "They earn 3.5 million euros, the runners-up 1.5 million. Thirty-two supporters were arrested. Lindt, 45, took "
    "over as coach in 2022.",
    "Tarnow are cup winners for the fifth time. They beat Ostrava United 3-1 after extra time in a sold-out stadium "
    "of 41,000 seats. The winning goal came in the 108th minute from substitute Duda, 19. Okoro, 26, had scored both "
    "other goals for Tarnow. Ostrava lost Beran to a second yellow card ten minutes before the end. The club last "
    "won a trophy 12 years ago. Police detained 23 fans after fights in which 14 people were injured. Tarnow's "
    "players will share a bonus of 1 million euros. Lindt is the first woman to coach a winning team in the 90-year "
    "history of the cup. The league champions, Ostrava, had won their last 11 games.",
)


def test_an_outbreak_whose_patients_are_younger_than_ten_or_under_ten() -> None:
    report = report_on(OUTBREAK)
    assert not joined(report, Verdict.CONFLICT)
    agreed = {"younger than ten / under 10", "Forty-nine / Forty-nine patients", "84 percent / Just 84%"}
    assert agreed <= joined(report, Verdict.AGREE)
    assert {"5,000 doses / 5,000 doses / 500 doses", "Six people / Six / Five"} <= joined(report, Verdict.CHECK)


def test_a_final_of_which_one_outlet_gives_another_score() -> None:
    report = report_on(FINAL)
    assert not above_low(report)
    assert {"3-2 / 3-2 / 3-1", "32 fans / Thirty-two supporters / 23 fans", "fourth / fifth"} <= joined(report, Verdict.CHECK)
    assert {"2-1 / 2-1", "14 people / 14 people", "108th / 108th"} <= joined(report, Verdict.AGREE)
