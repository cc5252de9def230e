using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Dialoogtafel.Web.Pages;

/// <summary>A form that edits something that another person may edit at the same time (F11).</summary>
public interface IEditForm
{
    /// <summary>
    /// Print of each stored text as it was when this form was shown; travels along as a hidden field.
    /// </summary>
    string? Seen { get; set; }
}

/// <summary>
/// Notices that somebody else changed the same fields in between. A print of the fields instead of the row's version:
/// every answer of a participant raises the version of a table, and that is no reason to send an organiser back.
/// </summary>
public static class EditCheck
{
    /// <summary>Remembers in the form what was stored when it was made.</summary>
    public static TForm Show<TForm>(TForm stored)
        where TForm : IEditForm
    {
        stored.Seen = Print(stored);
        return stored;
    }

    /// <summary>
    /// True when the form can be saved. A field that only the other person changed takes her text; one that both
    /// changed gets an error with the stored text, what was typed stays, and the next save counts as a choice.
    /// </summary>
    /// <param name="stored">The form as it would be shown now.</param>
    public static bool StillAsSeen<TForm>(ModelStateDictionary state, string prefix, TForm typed, TForm stored)
        where TForm : IEditForm
    {
        var seen = typed.Seen?.Split('.') ?? [];
        foreach (var (at, field) in Fields(stored).Index())
        {
            var (mine, theirs, before) = (
                Text(field.GetValue(typed)),
                Text(field.GetValue(stored)),
                seen.ElementAtOrDefault(at)
            );
            if (mine == theirs || before == Print(theirs))
            {
                continue;
            }

            if (before == Print(mine))
            {
                field.SetValue(typed, field.GetValue(stored));
                state.Remove($"{prefix}.{field.Name}");
            }
            else
            {
                state.AddModelError(
                    $"{prefix}.{field.Name}",
                    $"Iemand anders heeft dit intussen {Change(field, theirs)}. Wat u invulde, staat er "
                        + "nog. Kijk wat het moet worden en bewaar opnieuw."
                );
            }
        }

        typed.Seen = Print(stored);
        state.Remove($"{prefix}.{nameof(IEditForm.Seen)}");
        return state.IsValid;
    }

    /// <summary>A chosen person is stored as a number, which says nothing to anybody.</summary>
    private static string Change(PropertyInfo field, string theirs) =>
        theirs.Length == 0 ? "leeggemaakt"
        : field.Name.EndsWith("Id", StringComparison.Ordinal) ? "anders gekozen"
        : $"veranderd in: “{theirs}”";

    private static string Print(IEditForm form) =>
        string.Join('.', Fields(form).Select(field => Print(Text(field.GetValue(form)))));

    private static string Print(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 4);

    private static IEnumerable<PropertyInfo> Fields(IEditForm form) =>
        form.GetType().GetProperties().Where(field => field.CanWrite && field.Name != nameof(IEditForm.Seen));

    /// <summary>Browsers send line breaks as CR LF; that is not a change.</summary>
    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("d MMMM yyyy", Language.Dutch),
            TimeOnly time => time.ToString("H.mm", CultureInfo.InvariantCulture),
            bool yes => yes ? "ja" : "nee",
            string text => text.ReplaceLineEndings("\n").Trim(),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
