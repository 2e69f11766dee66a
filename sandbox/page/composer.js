// Enter sends, Shift+Enter begins a line, arrow up in an empty field changes the last message, Escape gives up.
export default {
  template: `
    <form class="composer" @submit.prevent="send">
      <slot></slot>
      <textarea ref="field" rows="1" :placeholder="placeholder" :aria-label="label" :maxlength="longest"
                enterkeyhint="send" @input="changed" @keydown="key"></textarea>
      <button type="submit" class="send" :class="{ ready: filled }" :aria-label="sendLabel" :title="sendLabel"
              :aria-disabled="!filled">
        <i class="q-icon material-icons" aria-hidden="true">send</i>
      </button>
    </form>`,
  props: { placeholder: String, label: String, sendLabel: String, longest: Number, draft: String },
  emits: ["send", "slash", "drafted", "edit-last", "give-up"],
  data: () => ({ filled: false }),
  mounted() {
    this.slash = false;
    this.$refs.field.value = this.draft ?? "";
    this.grow();
    if (window.matchMedia("(pointer: fine)").matches) this.$refs.field.focus({ preventScroll: true });
  },
  beforeUnmount() {
    clearTimeout(this.later);
  },
  methods: {
    key(event) {
      if (event.isComposing) return;
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        this.send();
      } else if (event.key === "ArrowUp" && this.$refs.field.value === "") {
        event.preventDefault();
        this.$emit("edit-last");
      } else if (event.key === "Escape") {
        this.$emit("give-up");
      }
    },
    send() {
      const text = this.$refs.field.value;
      if (text.trim() === "") return;
      clearTimeout(this.later);
      this.$refs.field.value = "";
      this.slash = false;
      this.grow();
      this.$emit("send", text);
      this.$refs.field.focus({ preventScroll: true });
    },
    changed() {
      this.grow();
      const slash = /^\/\w*$/.test(this.$refs.field.value);
      if (slash !== this.slash) this.$emit("slash", (this.slash = slash));
      clearTimeout(this.later);
      this.later = setTimeout(() => this.$emit("drafted", this.$refs.field?.value ?? ""), 300);
    },
    grow() {
      const field = this.$refs.field;
      this.filled = field.value.trim() !== "";
      field.style.height = "auto";
      field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    },
    write(text) {
      this.slash = false;
      this.$refs.field.value = text;
      this.grow();
      this.focus();
    },
    focus() {
      const field = this.$refs.field;
      field.focus({ preventScroll: true });
      field.setSelectionRange(field.value.length, field.value.length);
    },
  },
};
