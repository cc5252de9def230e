using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Web.Modules.Preparation.Spoken;

/// <summary>What the page says after something was written down for somebody.</summary>
public static class SpokenWords
{
    /// <param name="kept">How many answers are new or changed.</param>
    public static string Done(SpokenAnswersForm form, int kept, string name)
    {
        var what = kept switch
        {
            0 when form.End is not null || form is { Readers: not null, AlsoEarlier: true } => "opgeschreven",
            0 => "er was niets nieuws om op te schrijven",
            1 => "1 antwoord opgeschreven",
            var count => $"{count} antwoorden opgeschreven",
        };
        return $"{name}: {what}.{WhoReads(form, kept, name)}";
    }

    /// <summary>What became of the choice; it changes nothing where nothing was written and no tick was set.</summary>
    private static string WhoReads(SpokenAnswersForm form, int kept, string name) =>
        form.Readers switch
        {
            null => "",
            _ when kept == 0 && !form.AlsoEarlier => " Wie het eerdere mag lezen, bleef zoals het was.",
            AnswerReaders.OnlyMe => $" Wie dit mag lezen: alleen {name}.",
            { } readers => $" Wie dit mag lezen: {PreparationLabels.Of(readers)}.",
        };
}
