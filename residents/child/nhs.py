"""The NHS number: ten figures, the last of which checks the others (modulus 11)."""


def nhs_number(text: str) -> str:
    """As it is written on papers, "943 476 5919". ValueError when it cannot be one."""
    figures = "".join(text.split()).replace("-", "")
    if not (figures.isascii() and figures.isdigit() and len(figures) == 10):
        raise ValueError("An NHS number has ten figures.")
    weighed = sum(int(figure) * (10 - place) for place, figure in enumerate(figures[:9]))
    if (11 - weighed % 11) % 11 != int(figures[9]):
        raise ValueError("One of the figures cannot be right. Please look at them again.")
    return f"{figures[:3]} {figures[3:6]} {figures[6:]}"
