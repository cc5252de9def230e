using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>What a draft must keep to before anybody composes it.</summary>
internal static partial class DraftRules
{
    private static readonly string[] OwnHeaders =
    [
        "Date",
        "From",
        "Sender",
        "To",
        "Cc",
        "Bcc",
        "Reply-To",
        "Message-ID",
        "Subject",
        "Content-Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
        "Return-Path",
        "Received",
        "Resent-To",
        "Resent-Cc",
        "Resent-Bcc",
        "Apparently-To",
    ];

    /// <exception cref="FormatException">
    /// A Message-ID, language or further header that cannot stand in a mail, or a calendar text whose METHOD differs
    /// from its part. The message holds no personal data. Addresses are checked by <see cref="AddressForm"/>.
    /// </exception>
    public static void Check(MailDraft draft)
    {
        Require(
            MessageIdForm().IsMatch(draft.MessageId) && draft.MessageId.Length <= 250,
            "The Message-ID has no valid form."
        );
        Require(LanguageForm().IsMatch(draft.Language), "The language has no valid form.");
        foreach (var (name, value) in draft.Headers)
        {
            Require(
                HeaderNameForm().IsMatch(name) && !OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase),
                "This further header is not allowed."
            );
            Require(
                !value.EnumerateRunes().Any(OneLine.IsBreak),
                $"The header {name} holds a line break or another control character."
            );
            Require(value.Split(' ').All(word => word.Length <= 900), $"The header {name} is too long for one line.");
        }

        if (draft.Calendar is { } calendar)
        {
            Require(
                MethodForm().IsMatch(calendar.Method)
                    && calendar.Text.Contains($"\r\nMETHOD:{calendar.Method}\r\n", StringComparison.Ordinal),
                "The calendar text and its part name different methods."
            );
        }
    }

    /// <summary>The text of a part: any line end counts as one, other controls than tab are left out.</summary>
    public static string Body(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));

    /// <summary>
    /// A boundary of this mail and no other; <paramref name="level"/> tells the multiparts of one mail apart.
    /// </summary>
    public static string Boundary(MailDraft draft, char level) =>
        $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.MessageId)))[..24]}_{level}";

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new FormatException(message);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+\z")]
    private static partial Regex MessageIdForm();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z")]
    private static partial Regex LanguageForm();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,39}\z")]
    private static partial Regex HeaderNameForm();

    [GeneratedRegex(@"\A[A-Z]{1,20}\z")]
    private static partial Regex MethodForm();
}
