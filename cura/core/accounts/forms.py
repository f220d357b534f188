"""The questions of the sign-in pages, in the words of the house. allauth judges the answers.

Passwords by ASVS 5.0 6.2: ten characters or more, any characters, a list of common ones refused,
pasting allowed, nothing that expires.
"""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms

from cura.core.accounts.home import Home
from cura.core.accounts.people import User

PASSWORD_HELP = (
    "Ten letters or more. Three or four words that only you would put together are best. "
    "You may paste it, and let your phone or browser keep it."
)
CODE_HELP = "Six figures from the app on your phone, or one of the codes you wrote down."


def _word(form, name: str, label: str, help_text: str = "", **attrs) -> None:
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= attrs


class SignInForm(account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(
            self, "login", "Your sign-in name, or your email", autocomplete="username",
            autocapitalize="none", spellcheck="false",
        )  # fmt: skip
        _word(self, "password", "Your password")


class AgainForm(account.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "password", "Your password")


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "oldpassword", "Your present password")
        _word(self, "password1", "The new one", PASSWORD_HELP, autocomplete="new-password")
        _word(self, "password2", "The new one once more")


class ForgottenForm(account.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "email", "Your email")


class FirstPasswordForm(account.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "password1", "Your password", PASSWORD_HELP, autocomplete="new-password")
        _word(self, "password2", "The same once more")


class CodeForm(mfa.AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "code", "Your code", CODE_HELP, inputmode="numeric")


class CodeAgainForm(mfa.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "code", "Your code", CODE_HELP, inputmode="numeric")


class AppForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "code", "The code that the app shows", "Six figures.", inputmode="numeric")


class AddKeyForm(AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "name", "What do you call it?", "For example: my phone.")
        _word(
            self, "passwordless", "Sign in with it alone, without a password",
            "Your phone asks for your finger, your face or its own PIN.",
        )  # fmt: skip
        self.fields["passwordless"].initial = True


class MeForm(forms.ModelForm):
    """What somebody settles for herself."""

    class Meta:
        model = User
        fields = ("theme", "keys_on", "mails_on", "digest_at", "line", "phone")
        widgets = {"theme": forms.RadioSelect}
        help_texts = {
            "keys_on": "One key alone: / finds, n writes. Esc twice hides the screen, always.",
            "mails_on": "One a day, and at once what is urgent. Never a child's name in it.",
            "digest_at": "Only when there is something new for you.",
            "line": "Children may read it beside your name: “makes the best pancakes”.",
            "phone": "For colleagues of this home.",
        }


class PinField(forms.CharField):
    def __init__(self, **kwargs):
        attrs = {"inputmode": "numeric", "autocomplete": "off", "pattern": "[0-9]*", "maxlength": 6}
        kwargs.setdefault("widget", forms.PasswordInput(attrs=attrs))
        super().__init__(max_length=6, **kwargs)


class NewPinForm(forms.Form):
    pin = PinField(
        label="Your new PIN",
        help_text="Four, five or six figures. Not your birthday, not 1234. Yours alone.",
    )
    again = PinField(label="The same once more")

    def clean(self):
        data = super().clean()
        if data.get("pin") and data.get("again") and data["pin"] != data["again"]:
            self.add_error("again", "The two are not the same.")
        return data


class PinForm(forms.Form):
    pin = PinField(label="Your PIN")


class TabletForm(forms.Form):
    home = forms.ModelChoiceField(Home.objects.none(), label="Which home?", empty_label=None)
    name = forms.CharField(
        label="What do you call this tablet?",
        max_length=60,
        help_text="Where it lies or what it looks like: “kitchen”, “the one with the green case”.",
    )

    def __init__(self, *args, homes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = homes
        if len(homes) == 1:
            self.fields["home"].initial = homes[0]
