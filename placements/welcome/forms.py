from django import forms

from placements.welcome.models import WelcomeWords


class WelcomeForm(forms.ModelForm):
    drawing = forms.FileField(
        label="A picture of where things are", required=False,
        help_text="A drawing or a photo of one. It is printed in place of the rooms.",
    )  # fmt: skip

    class Meta:
        model = WelcomeWords
        fields = ("comfort", "rooms")


class PhotoForm(forms.Form):
    photo = forms.FileField(
        label="A photo of you",
        help_text="Only your face, friendly. Children get it on paper on their first evening.",
    )
