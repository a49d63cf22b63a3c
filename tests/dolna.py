"""Four short invented reports: three of one shelling that differ, one of something else."""

FIRST = (
    "Shells hit the market of Dolna on Monday. Nine people were killed, the Valley Health Office "
    "said. Homes burned in the lower town and rescuers dug for hours in the rubble of the market."
)
SECOND = (
    "Shells hit the market of Dolna on Monday. Twelve people were killed, the Orlan Rescue "
    "Service said. The rubble of the market was searched for hours by rescuers and dogs."
)
THIRD = (
    "Rescuers still dig in the rubble of the market of Dolna, hit by shells on Monday. Nine people "
    "were killed, the Valley Health Office said on Tuesday. Homes burned in the lower town."
)
OTHER = (
    "A gas cylinder exploded in a bakery of Harrow Bay on Friday. Two people were injured, the "
    "fire brigade said. The bakery was closed and the street remains blocked to traffic."
)
