using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>A form that edits something that another person may edit at the same time (F11).</summary>
public interface IEditForm
{
    /// <summary>Print of the stored texts as they were when this form was shown; travels along as a hidden field.</summary>
    string? Seen { get; set; }
}

/// <summary>
/// Notices that somebody else changed the same fields in between. A print of the editable fields instead of the row's version: every answer of
/// a participant raises the version of a table, and that is no reason to send an organiser back.
/// </summary>
public static class EditCheck
{
    /// <summary>Remembers in the form what was stored when it was made.</summary>
    public static TForm Show<TForm>(TForm stored) where TForm : IEditForm
    {
        stored.Seen = Print(stored);
        return stored;
    }

    /// <summary>
    /// True when the stored texts are still those that the person saw. Otherwise every field that differs gets an error with the stored text, what
    /// was typed stays, and the next save counts as a choice.
    /// </summary>
    /// <param name="stored">The form as it would be shown now.</param>
    public static bool StillAsSeen<TForm>(ModelStateDictionary state, string prefix, TForm typed, TForm stored) where TForm : IEditForm
    {
        var print = Print(stored);
        if (typed.Seen == print)
        {
            return true;
        }

        foreach (var field in Fields(stored))
        {
            if (Text(field.GetValue(typed)) != Text(field.GetValue(stored)))
            {
                var now = Text(field.GetValue(stored));
                state.AddModelError($"{prefix}.{field.Name}", now.Length == 0
                    ? "Iemand anders heeft dit intussen leeggemaakt. Wat u typte, staat er nog. Kijk wat het moet worden en bewaar opnieuw."
                    : $"Iemand anders heeft dit intussen veranderd in: “{now}”. Wat u typte, staat er nog. Kijk wat het moet worden en bewaar opnieuw.");
            }
        }

        typed.Seen = print;
        state.Remove($"{prefix}.{nameof(IEditForm.Seen)}");
        return state.IsValid;
    }

    private static string Print(IEditForm form)
    {
        var texts = string.Join('\n', Fields(form).Select(field => $"{field.Name}={Text(field.GetValue(form))}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(texts)))[..16];
    }

    private static IEnumerable<PropertyInfo> Fields(IEditForm form) => form.GetType().GetProperties().Where(field => field.CanWrite && field.Name != nameof(IEditForm.Seen));

    /// <summary>Browsers send line breaks as CR LF; that is not a change.</summary>
    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL")),
        TimeOnly time => time.ToString("H.mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "ja" : "nee",
        string text => text.ReplaceLineEndings("\n").Trim(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
