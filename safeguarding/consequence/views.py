from safeguarding.consequence import reading
from safeguarding.measure.views import MeasureDetail


class ConsequenceDetail(MeasureDetail):
    def notices(self, record, files):
        return reading.notices(record)
