namespace Dialoogtafel.Domain.Preparation;

/// <summary>
/// Soort vraag: everything that differs from one kind of question to another, but for how it is drawn. Pages ask the
/// kind and never look which one it is; each kind is a class in Kinds and one line in <see cref="QuestionKinds"/>.
/// </summary>
public abstract class QuestionKind
{
    /// <summary>The word that is stored and that forms send, also the name of the folder with its partials.</summary>
    public abstract string Name { get; }

    /// <summary>What the team chooses it by.</summary>
    public abstract string Label { get; }

    /// <summary>One sentence for the team below the label.</summary>
    public abstract string Hint { get; }

    /// <summary>What the list of questions says of it; null for the usual kind, of which nothing is said.</summary>
    public virtual string? Remark => char.ToLowerInvariant(Label[0]) + Label[1..];

    /// <summary>What the team writes down in the first place: its label and hint on the form.</summary>
    public virtual (string Label, string Hint) TextField => ("De vraag", "Eén vraag, in gewone woorden.");

    /// <summary>What the team calls it when the words at a distance are asked for.</summary>
    public virtual string SameAgain => "Dezelfde vraag";

    /// <summary>The label and hint of its lines (the choices, the ends of a scale); null for a kind without.</summary>
    public virtual (string Label, string Hint)? OptionsField => null;

    /// <summary>Its hint beside those of the other kinds, while no kind is chosen yet.</summary>
    public virtual string? OptionsHintAmongOthers => null;

    public bool HasOptions => OptionsField is not null;

    /// <summary>Whether somebody can answer it.</summary>
    public virtual bool TakesAnswer => true;

    /// <summary>It is answered in one box, of which the question is the label; else by choosing.</summary>
    public virtual bool HasOneBox => true;

    /// <summary>An answer is what the person wrote, as it stands.</summary>
    public virtual bool IsOwnWords => false;

    /// <summary>
    /// What can be chosen, in order; an answer is stored as its number from 1. Empty for kinds without choices.
    /// </summary>
    /// <param name="options">The lines of the wording, in the language of the reader.</param>
    public virtual IReadOnlyList<string> ChoicesOf(IReadOnlyList<string> options) => [];

    /// <summary>Whether this says something as an answer; what an empty box means, the caller knows.</summary>
    /// <param name="wording">The words that are answered.</param>
    public virtual bool Accepts(string typed, QuestionWording wording) => true;

    /// <summary>A stored answer as its writer reads it.</summary>
    /// <param name="answered">The words that were answered.</param>
    /// <param name="language">Two letters.</param>
    public virtual string Show(string stored, QuestionWording answered, string language) => stored;

    /// <summary>A stored answer as the team reads it.</summary>
    public virtual string ShowToTeam(string stored, QuestionWording answered) => Show(stored, answered, "nl");

    /// <summary>A stored answer as a dossier names it.</summary>
    public virtual string ShowInDossier(string stored, QuestionWording answered, string language) =>
        Show(stored, answered, language);

    /// <summary>What this kind asks of a wording besides a text.</summary>
    /// <exception cref="DomainRuleException">With the field that is wrong.</exception>
    internal virtual void Check(QuestionWording wording) { }
}
